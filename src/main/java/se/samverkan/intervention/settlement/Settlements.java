package se.samverkan.intervention.settlement;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.funding.Funding;
import se.samverkan.agreement.funding.FundingView;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.settlement.Settlement.Frame;
import se.samverkan.intervention.settlement.Settlement.Invoice;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Money;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the money of commissions, exact to the öre. The client takes a frame from a funding decision; the provider enters what it
 * invoices, never over the frame. An invoice that was wrong is withdrawn and stays.
 */
@Component
public class Settlements {

    private final JdbcClient database;
    private final Commissions commissions;
    private final Funding funding;
    private final Rights rights;
    private final AuditTrail trail;

    Settlements(JdbcClient database, Commissions commissions, Funding funding, Rights rights, AuditTrail trail) {
        this.database = database;
        this.commissions = commissions;
        this.funding = funding;
        this.rights = rights;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Settlement of(long commissionId) {
        CommissionView commission = commissions.commission(commissionId);
        List<Frame> frames = database.sql("""
                        select f.id, f.partnership, f.funding_number, o.name, f.amount from intervention.commission_frame f
                        join intervention.commission_part p on p.commission = f.commission and p.partnership = f.partnership
                        join organisation.organisation o on o.id = p.organiser
                        where f.commission = ? order by f.id
                        """)
                .param(commissionId)
                .query((row, n) -> new Frame(
                        row.getLong("id"),
                        row.getLong("partnership"),
                        row.getInt("funding_number"),
                        row.getString("name"),
                        new Money(row.getLong("amount"))))
                .list();
        List<Invoice> invoices = database.sql(
                        "select * from intervention.commission_invoice where commission = ? order by id")
                .param(commissionId)
                .query((row, n) -> new Invoice(
                        row.getLong("id"),
                        row.getLong("frame"),
                        row.getString("number"),
                        row.getObject("day", LocalDate.class),
                        new Money(row.getLong("amount")),
                        row.getString("words"),
                        row.getString("withdrawn_why")))
                .list();
        return new Settlement(commission, frames, invoices);
    }

    /** The funding decisions of the case that the actor can take a frame from. */
    @Transactional(readOnly = true)
    public List<FundingView> decisions(CommissionView commission) {
        return commission.gives() && rights.allow(Verb.HANDLE_FUNDING)
                ? funding.ofPartnership(commission.partnership())
                : List.of();
    }

    /** Takes a frame from a funding decision: together never more than was decided. */
    @Transactional
    public void frame(long commissionId, long fundingId, Money amount) {
        CommissionView commission = live(commissionId);
        if (!commission.gives()) {
            throw Refusal.notAllowed("commission.refusal.not-yours");
        }
        FundingView decision = decisions(commission).stream()
                .filter(each -> each.id() == fundingId)
                .findFirst()
                .orElseThrow(() -> Refusal.rule("settlement.refusal.funding"));
        database.sql("select pg_advisory_xact_lock(hashtextextended('intervention.funding', ?))")
                .param(fundingId)
                .query(row -> {});
        Money taken = new Money(database.sql("select intervention.framed(?)")
                .param(fundingId)
                .query(Long.class)
                .single());
        Money left = decision.amount().minus(taken);
        if (amount.compareTo(left) > 0) {
            throw Refusal.rule("settlement.refusal.over-decision", left);
        }
        database.sql("""
                        insert into intervention.commission_frame (commission, partnership, funding, funding_number, amount)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(commissionId, commission.partnership(), fundingId, decision.number(), amount.ore())
                .update();
        trail.record(commissions.happening("framed", commission, Side.CLIENT).changing("amount", null, amount));
    }

    /** Enters an invoice of the provider's, within its frame. */
    @Transactional
    public void invoice(long commissionId, long frameId, Invoice invoice, FreeText words) {
        CommissionView commission = live(commissionId);
        if (!commission.answers()) {
            throw Refusal.notAllowed("settlement.refusal.provider");
        }
        Settlement settlement = of(commissionId);
        Frame frame = settlement.frame(frameId).orElseThrow(() -> Refusal.rule("settlement.refusal.frame"));
        if (invoice.amount().compareTo(settlement.left(frame)) > 0) {
            throw Refusal.rule("settlement.refusal.over-frame", settlement.left(frame));
        }
        if (settlement.invoices().stream()
                .anyMatch(each -> each.counts() && each.number().equals(invoice.number()))) {
            throw Refusal.rule("settlement.refusal.number-taken", invoice.number());
        }
        database.sql("""
                        insert into intervention.commission_invoice (commission, frame, number, day, amount, words)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        commissionId,
                        frameId,
                        invoice.number(),
                        invoice.day(),
                        invoice.amount().ore(),
                        words.text())
                .update();
        trail.record(commissions
                .happening("invoiced", commission, Side.PROVIDER)
                .changing("amount", null, invoice.amount())
                .changing("day", null, invoice.day())
                .changing("words", null, words.text().isBlank() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** Withdraws an invoice that was wrong; it stays and counts no more. */
    @Transactional
    public void withdraw(long commissionId, long invoiceId, FreeText why) {
        CommissionView commission = live(commissionId);
        if (!commission.answers()) {
            throw Refusal.notAllowed("settlement.refusal.provider");
        }
        Invoice invoice = of(commissionId).invoices().stream()
                .filter(each -> each.id() == invoiceId)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (why.text().isBlank()) {
            throw Refusal.rule("settlement.refusal.why");
        }
        int rows = database.sql("""
                        update intervention.commission_invoice set withdrawn_by = access.person(), withdrawn_at = now(),
                            withdrawn_why = ?
                        where id = ? and withdrawn_at is null
                        """).params(why.text(), invoiceId).update();
        if (rows == 0) {
            throw Refusal.stale();
        }
        trail.record(commissions
                .happening("invoice-withdrawn", commission, Side.PROVIDER)
                .changing("amount", invoice.amount(), null)
                .changing("words", null, why.text())
                .changing("number-reason", null, why.numberReasonOrNull()));
    }

    private CommissionView live(long commissionId) {
        commissions.lock(commissionId);
        CommissionView commission = commissions.commission(commissionId);
        if (!commission.standing().isUnderWay()) {
            throw Refusal.rule("settlement.refusal.not-accepted");
        }
        return commission;
    }
}
