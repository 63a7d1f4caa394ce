package se.samverkan.statistics.imports;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Receipt.Outcome;

/**
 * The files that wait to be read, in the order they came. A file leaves the queue in the transaction that ends its
 * receipt, so that one whose reading dies in the middle is still there for the next who looks.
 */
@Repository
class ReadingQueue {

    private final JdbcClient database;
    private final Receipts receipts;

    ReadingQueue(JdbcClient database, Receipts receipts) {
        this.database = database;
        this.receipts = receipts;
    }

    /** A file that waits. */
    record Next(UUID receipt, long person) {}

    /** What a waiting file is. */
    record Kept(String fileName, boolean dryRun, byte @Nullable [] packed) {}

    Optional<Next> next() {
        return database.sql("select receipt, person from statistics.import_queue order by number limit 1")
                .query(Next.class)
                .optional();
    }

    @Transactional
    public UUID add(Receipts.Draft draft) {
        UUID id = receipts.keep(draft);
        if (draft.outcome() == Outcome.RECEIVED) {
            enqueue(id);
        }
        return id;
    }

    /** Lets what was tried out be taken in; the second to ask gets the receipt of the first. */
    @Transactional
    public UUID follow(UUID dryRun) {
        receipts.lock(dryRun);
        Optional<UUID> before = receipts.followedBy(dryRun);
        if (before.isPresent()) {
            return before.get();
        }
        UUID id = database.sql("""
                        insert into statistics.receipt (person, file_name, file_size, checksum, dry_run, outcome, understood)
                        select person, file_name, file_size, checksum, false, 'RECEIVED', '{}' from statistics.receipt
                        where id = ? and person = access.person() and outcome = 'WOULD_DO' and waiting is not null
                        returning id
                        """)
                .param(dryRun)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.rule("refusal.import.not-waiting"));
        database.sql("update statistics.receipt set followed_by = ? where id = ?")
                .params(id, dryRun)
                .update();
        enqueue(id);
        return id;
    }

    /** Puts a file whose reading failed back in the queue; asked twice, it stands there once. */
    @Transactional
    public void again(UUID receipt) {
        receipts.lock(receipt);
        if (!receipts.find(receipt).waiting()) {
            throw Refusal.rule("refusal.import.not-waiting");
        }
        int failed = database.sql("""
                        update statistics.receipt set outcome = 'RECEIVED', progress = null
                        where id = ? and outcome = 'FAILED'
                        """).param(receipt).update();
        if (failed > 0) {
            database.sql("delete from statistics.receipt_line where receipt = ?")
                    .param(receipt)
                    .update();
            enqueue(receipt);
        }
    }

    private void enqueue(UUID receipt) {
        database.sql("insert into statistics.import_queue (receipt, person) values (?, ?)")
                .params(receipt, Actor.current().person())
                .update();
    }

    /** The file behind a receipt that waits: its own, or that of the dry run it follows. */
    @Transactional
    public Kept begin(UUID receipt, UUID progress) {
        database.sql("update statistics.receipt set progress = ? where id = ?")
                .params(progress, receipt)
                .update();
        return database.sql("""
                        select r.file_name, r.dry_run, coalesce(r.waiting, tried.waiting) as packed
                        from statistics.receipt r left join statistics.receipt tried on tried.followed_by = r.id
                        where r.id = ?
                        """)
                .param(receipt)
                .query((row, n) ->
                        new Kept(row.getString("file_name"), row.getBoolean("dry_run"), row.getBytes("packed")))
                .single();
    }

    /** Writes what came of it, and lets go of the file where nobody will ask for it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID end(UUID receipt, Receipts.Draft draft) {
        receipts.end(receipt, draft);
        if (draft.outcome() == Outcome.REFUSED) {
            database.sql("update statistics.receipt set followed_by = null where followed_by = ?")
                    .param(receipt)
                    .update();
        } else if (draft.outcome() != Outcome.FAILED) {
            database.sql("update statistics.receipt set waiting = null where followed_by = ?")
                    .param(receipt)
                    .update();
        }
        database.sql("delete from statistics.import_queue where receipt = ?")
                .param(receipt)
                .update();
        return receipt;
    }

    /** Ends the wait of a file whose person is not there any more. */
    void forsake(UUID receipt) {
        database.sql("select statistics.forsake(?)").param(receipt).query(row -> {});
    }

    /** The progress of a file that is being read. */
    Optional<UUID> progressOf(UUID receipt) {
        return database.sql("select progress from statistics.receipt where id = ? and outcome = 'RECEIVED'")
                .param(receipt)
                .query((row, n) -> Optional.ofNullable(row.getObject("progress", UUID.class)))
                .optional()
                .orElseThrow(Refusal::notSeen);
    }
}
