package se.samverkan.partnership.offer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.file.StoredFile.Scan;
import se.samverkan.shared.Refusal;

/**
 * The door to the files of an offer. They are attached and taken away while it is a draft, go with it when it is sent, and are
 * read by whoever may read the offer; row-level security asks so again for every part of a file that is handed out.
 */
@Component
public class OfferFiles {

    private final JdbcClient database;
    private final Offers offers;
    private final StoredDrafts drafts;
    private final Files files;
    private final OfferTrail trail;

    OfferFiles(JdbcClient database, Offers offers, StoredDrafts drafts, Files files, OfferTrail trail) {
        this.database = database;
        this.offers = offers;
        this.drafts = drafts;
        this.files = files;
        this.trail = trail;
    }

    /** The files that go with an offer, in the order that they were attached; none for who may not see the offer. */
    @Transactional(readOnly = true)
    public List<StoredFile> of(long offer) {
        return database.sql("""
                        select f.id, f.name, f.media_type, f.size, encode(f.checksum, 'hex') as checksum, f.scan, f.cleaned
                        from partnership.offer_file o join records.file f on f.id = o.file
                        where o.offer = ? and o.removed_at is null order by o.added_at, f.id
                        """)
                .param(offer)
                .query((row, n) -> new StoredFile(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("checksum"),
                        Scan.valueOf(row.getString("scan")),
                        row.getBoolean("cleaned")))
                .list();
    }

    /**
     * One of them.
     *
     * @throws Refusal when there is none that the actor may see
     */
    @Transactional(readOnly = true)
    public StoredFile file(long offer, long file) {
        return of(offer).stream().filter(each -> each.id() == file).findFirst().orElseThrow(Refusal::notSeen);
    }

    /**
     * Attaches a file that was sent in.
     *
     * @param version the version of the draft that was seen
     */
    @Transactional
    public void attach(long id, int version, long file) {
        Offer offer = draft(id, version);
        StoredFile sent = files.find(file).orElseThrow(Refusal::notSeen);
        database.sql("insert into partnership.offer_file (offer, file) values (?, ?)")
                .params(id, file)
                .update();
        files.attached(file);
        trail.draft(
                "file-attached",
                offer,
                happening -> happening.changing("file", null, sent.name()).changing("checksum", null, sent.checksum()));
    }

    /**
     * Takes a file away from a draft; the log tells that it was there.
     *
     * @param version the version of the draft that was seen
     */
    @Transactional
    public void detach(long id, int version, long file) {
        Offer offer = draft(id, version);
        StoredFile attached = file(id, file);
        database.sql("""
                        update partnership.offer_file set removed_at = now(), removed_by = access.person()
                        where offer = ? and file = ?
                        """).params(id, file).update();
        trail.draft("file-detached", offer, happening -> happening.changing("file", attached.name(), null));
    }

    private Offer draft(long id, int version) {
        Offer offer = offers.offerToRun(id);
        if (!offer.isDraft()) {
            throw Refusal.rule("partnership.offer.refusal.sent");
        }
        if (!drafts.changed(id, version)) {
            throw Refusal.stale();
        }
        return offer;
    }
}
