package se.samverkan.records.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedFile;
import se.samverkan.records.archive.ArchivedFile.Form;
import se.samverkan.records.archive.Matter;
import se.samverkan.records.file.Files;

/**
 * The documents of a matter in its archive: the newest adopted version of each, as PDF/A where it was written here and as it
 * came where it was sent in, with what was attached to it. A room whose own records have documents asks for those.
 */
@Component
public class ArchivedDocuments implements ArchiveContribution {

    private final JdbcClient database;
    private final Files files;

    ArchivedDocuments(JdbcClient database, Files files) {
        this.database = database;
        this.files = files;
    }

    @Override
    public String part() {
        return "documents";
    }

    @Override
    public Contribution of(Matter matter) {
        return new Contribution("Handlingar", List.of(), of(new RecordRef(matter.type(), matter.id())));
    }

    /** The files of the documents of several records of a room, in the order of their ids, as far as whoever asks may see them. */
    public List<ArchivedFile> ofEach(String room, List<String> ids) {
        return ids.stream().flatMap(id -> of(new RecordRef(room, id)).stream()).toList();
    }

    /** The files of the documents of a record, as far as whoever asks may see them. */
    public List<ArchivedFile> of(RecordRef record) {
        return database.sql("""
                        select d.id, v.number, v.title, v.made_at, p.part, f.id as file, f.name, f.media_type, f.scan,
                            encode(f.checksum, 'hex') as checksum, coalesce((
                                select m.provision from records.secrecy_mark m
                                where m.document = d.id and m.lifted_at is null), '') as secrecy
                        from records.document d
                        join lateral (select max(a.version) as number from records.adoption a where a.document = d.id) a on true
                        join records.document_version v on v.document = d.id and v.number = a.number
                        join records.document_file p on p.document = d.id and p.version = v.number
                            and p.removed_at is null and p.part <> 'DOCX'
                        join records.file f on f.id = p.file
                        where d.record_room = ? and d.record_id = ? order by d.id, p.part, f.id
                        """)
                .params(record.room(), record.id())
                .query((row, n) -> file(row))
                .list();
    }

    private ArchivedFile file(ResultSet row) throws SQLException {
        long file = row.getLong("file");
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Version", row.getString("number")));
        facts.add(new Fact("Fil", row.getString("name")));
        facts.add(new Fact("SHA-256", row.getString("checksum")));
        if (!row.getString("secrecy").isEmpty()) {
            facts.add(new Fact("Sekretessmarkering", row.getString("secrecy")));
        }
        return new ArchivedFile(
                "document-%d-%d-%d.%s"
                        .formatted(row.getLong("id"), row.getInt("number"), file, ending(row.getString("name"))),
                row.getString("title"),
                row.getString("scan").equals("MADE_HERE") ? Form.PDF_A : Form.asItCame(row.getString("media_type")),
                row.getTimestamp("made_at").toInstant(),
                facts,
                () -> open(file));
    }

    private static String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.matches("[a-z0-9]{1,20}") ? ending : "bin";
    }

    private InputStream open(long file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.deliver(file, bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
