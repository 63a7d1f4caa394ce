package se.samverkan.intervention.material;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.delivery.OccasionPart;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door to the material of occasions: put there by either side of the commission, read by whoever reads the occasion. */
@Component
public class Materials implements OccasionPart {

    /** The most files of one occasion: enough for a day, and a page that can be read. */
    static final int MOST = 50;

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final SubPlans plans;
    private final Commissions commissions;
    private final Files files;
    private final Names names;
    private final AuditTrail trail;

    Materials(
            JdbcClient database, SubPlans plans, Commissions commissions, Files files, Names names, AuditTrail trail) {
        this.database = database;
        this.plans = plans;
        this.commissions = commissions;
        this.files = files;
        this.names = names;
        this.trail = trail;
    }

    private record Row(
            long id, long file, String name, long size, String words, long madeBy, java.time.Instant madeAt) {}

    @Override
    public List<Link> of(Occasion occasion, CommissionView commission) {
        int count = database.sql("select count(*) from intervention.material where occasion = ?")
                .param(occasion.id())
                .query(Integer.class)
                .single();
        return count > 0 || mayPut(commission)
                ? List.of(new Link("material.link", List.of(count), occasion.address() + "/material"))
                : List.of();
    }

    /** Whether the actor puts material to the occasions of a commission. */
    static boolean mayPut(CommissionView commission) {
        return (commission.answers() || commission.gives())
                && (commission.standing() == Deed.Standing.ACCEPTED || commission.standing() == Deed.Standing.REPORTED);
    }

    @Transactional(readOnly = true)
    List<Material> of(long occasion) {
        List<Row> rows = database.sql("""
                        select m.id, m.file, f.name, f.size, m.words, m.made_by, m.made_at
                        from intervention.material m join records.file f on f.id = m.file where m.occasion = ? order by m.id
                        """).param(occasion).query(Row.class).list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::madeBy).distinct().toList());
        return rows.stream()
                .map(each -> new Material(
                        each.id(),
                        each.file(),
                        each.name(),
                        each.size(),
                        each.words(),
                        Objects.requireNonNullElse(called.get(each.madeBy()), NOBODY)
                                .name(),
                        each.madeAt()))
                .toList();
    }

    /** A file of an occasion. */
    @Transactional(readOnly = true)
    StoredFile file(long occasion, long id) {
        return of(occasion).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .flatMap(each -> files.find(each.file()))
                .orElseThrow(Refusal::notSeen);
    }

    /** The commission of an occasion, for one who puts material to it. */
    @Transactional(readOnly = true)
    CommissionView toPut(Occasion occasion) {
        CommissionView commission = commissions.commission(occasion.commission());
        if (!commission.answers() && !commission.gives()) {
            throw Refusal.notAllowed("occasion.refusal.not-yours");
        }
        if (!mayPut(commission)) {
            throw Refusal.rule("occasion.refusal.not-accepted");
        }
        return commission;
    }

    @Transactional
    public void put(long occasionId, StoredFile file, FreeText words) {
        Occasion occasion = plans.occasion(occasionId);
        CommissionView commission = toPut(occasion);
        if (of(occasionId).size() >= MOST) {
            throw Refusal.rule("material.refusal.many", MOST);
        }
        database.sql("insert into intervention.material (occasion, file, words) values (?, ?, ?)")
                .params(occasionId, file.id(), words.text())
                .update();
        files.attached(file.id());
        trail.record(commissions
                .happening("material-put", commission, side(commission))
                .changing("title", null, occasion.text().title())
                .changing("file", null, file.name())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** Takes a file away for good. */
    @Transactional
    public void remove(long occasionId, long id) {
        Occasion occasion = plans.occasion(occasionId);
        CommissionView commission = toPut(occasion);
        StoredFile file = file(occasionId, id);
        database.sql("select intervention.remove_material(?)")
                .param(id)
                .query(Boolean.class)
                .single();
        trail.record(commissions
                .happening("material-removed", commission, side(commission))
                .changing("title", null, occasion.text().title())
                .changing("file", file.name(), null));
    }

    private static Side side(CommissionView commission) {
        return commission.answers() ? Side.PROVIDER : Side.CLIENT;
    }
}
