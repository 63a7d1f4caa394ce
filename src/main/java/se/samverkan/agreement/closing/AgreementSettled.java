package se.samverkan.agreement.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.ClosingCondition;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Money;

/**
 * The condition {@code agreement-settled}: the agreement and its amendments are signed, or the variant has none; what deviated
 * from it is answered; and the money that was paid out is accounted for or paid back.
 */
@Component
class AgreementSettled implements ClosingCondition {

    private final JdbcClient database;
    private final Variants variants;
    private final Rights rights;

    AgreementSettled(JdbcClient database, Variants variants, Rights rights) {
        this.database = database;
        this.variants = variants;
        this.rights = rights;
    }

    private record Account(boolean signed, boolean open, int unanswered, long unaccounted) {}

    @Override
    public String condition() {
        return "agreement-settled";
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Outcome> of(PartnershipView partnership) {
        return isKnown(Verb.DRAW_UP_AGREEMENT, partnership) && isKnown(Verb.HANDLE_FUNDING, partnership)
                ? Optional.of(Outcome.of(remains(partnership, account(partnership.id()))))
                : Optional.empty();
    }

    private boolean isKnown(Verb verb, PartnershipView partnership) {
        return rights.allow(verb, partnership.owner()) || rights.allow(verb, partnership.organiser());
    }

    private List<Remains> remains(PartnershipView partnership, Account account) {
        String path = "/partnerships/" + partnership.id();
        List<Remains> remains = new ArrayList<>();
        if (!account.signed() && hasAgreement(partnership)) {
            remains.add(new Remains("agreement.closing.not-signed", List.of(), path + "/agreements"));
        } else if (account.open()) {
            remains.add(new Remains("agreement.closing.open", List.of(), path + "/agreements"));
        }
        if (account.unanswered() > 0) {
            remains.add(
                    new Remains("agreement.closing.unanswered", List.of(account.unanswered()), path + "/deviations"));
        }
        if (account.unaccounted() > 0) {
            remains.add(new Remains(
                    "agreement.closing.unaccounted", List.of(new Money(account.unaccounted())), path + "/funding"));
        }
        return remains;
    }

    private boolean hasAgreement(PartnershipView partnership) {
        return variants.read(partnership.variant(), partnership.variantVersion())
                .map(Variant::agreement)
                .orElse(true);
    }

    /** Everything in one question, since the page of the case asks for it; each decision by itself, so that none hides another. */
    private Account account(long partnership) {
        return database.sql("""
                select
                    exists (select from agreement.agreement a join agreement.in_force f on f.agreement = a.id
                        where a.partnership = :partnership and a.number = 0) as signed,
                    exists (select from agreement.agreement a where a.partnership = :partnership
                        and a.set_aside_at is null
                        and not exists (select from agreement.in_force f where f.agreement = a.id)) as open,
                    (select count(*) from agreement.deviation d where d.partnership = :partnership
                        and not exists (select from agreement.deviation_answer w where w.deviation = d.id)) as unanswered,
                    (select coalesce(sum(greatest(each.rest, 0)), 0)::bigint from (
                        select sum(case e.kind when 'PAYMENT' then e.amount when 'REQUISITION' then 0
                            else -e.amount end) as rest
                        from agreement.funding f join agreement.funding_entry e on e.funding = f.id
                        where f.partnership = :partnership and e.withdrawn_at is null group by f.id) each) as unaccounted
                """)
                .param("partnership", partnership)
                .query(Account.class)
                .single();
    }
}
