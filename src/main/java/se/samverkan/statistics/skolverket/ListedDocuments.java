package se.samverkan.statistics.skolverket;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.UnitDocuments;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the list of a unit's documents from Planned Educations v4 ({@code /school-units/{code}/documents}). Somebody waits for
 * the answer, so it is asked for with little patience.
 */
@Component
class ListedDocuments implements UnitDocuments {

    private static final int MOST_LETTERS = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final SkolverketSettings settings;
    private final Installation installation;
    private final JdbcClient database;
    private final Clock clock;

    ListedDocuments(SkolverketSettings settings, Installation installation, JdbcClient database, Clock clock) {
        this.settings = new SkolverketSettings(
                settings.url(), 1, Duration.ofSeconds(8), 2, settings.firstPause(), Duration.ofSeconds(2), 1);
        this.installation = installation;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<DocumentList> of(long unit) {
        return database.sql("select fetched_at from statistics.document_list where unit = ?")
                .param(unit)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .map(fetched -> new DocumentList(
                        fetched,
                        database.sql(
                                        "select kind, title, url from statistics.listed_document where unit = ? order by position")
                                .param(unit)
                                .query(Listed.class)
                                .list()));
    }

    @Override
    public List<Listed> ask(String code) {
        if (installation.isDemonstration()) {
            throw Refusal.rule("refusal.installation." + Installation.Kind.REAL);
        }
        try (ApiClient client = new ApiClient(settings, clock)) {
            return switch (client.ask(Paths.documents(code))) {
                case Answer.Body body -> read(body.json());
                case Answer.Nothing _ -> List.of();
                case Answer.GivenUp _ -> throw Refusal.rule("statistics.documents.no-answer");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.rule("statistics.documents.no-answer");
        }
    }

    /** One document stands under each of its school forms, and is told once. */
    static List<Listed> read(byte[] answer) {
        Map<String, Listed> found = new LinkedHashMap<>();
        try {
            for (JsonNode form : JsonMapper.shared().readTree(answer).path("body")) {
                for (JsonNode document : form.path("documents")) {
                    document(document).ifPresent(listed -> found.putIfAbsent(listed.url(), listed));
                }
            }
        } catch (JacksonException e) {
            throw Refusal.rule("statistics.documents.no-answer");
        }
        return new ArrayList<>(found.values());
    }

    private static Optional<Listed> document(JsonNode document) {
        String url = text(document, "url");
        String title = text(document, "title");
        return isAddress(url) && !title.isBlank()
                ? Optional.of(new Listed(text(document, "type"), title, url))
                : Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        String text = Optional.ofNullable(Published.text(node, field)).orElse("");
        return text.substring(0, Math.min(MOST_LETTERS, text.length()));
    }

    /** What stands in an answer becomes a link only where it is an address of the web. */
    private static boolean isAddress(@Nullable String url) {
        try {
            URI address = new URI(Optional.ofNullable(url).orElse(""));
            return address.getHost() != null && SCHEMES.contains(address.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    @Transactional
    public void keep(long unit, List<Listed> documents) {
        database.sql("""
                        insert into statistics.document_list (unit) values (?)
                        on conflict (unit) do update set fetched_at = now()
                        """).param(unit).update();
        database.sql("delete from statistics.listed_document where unit = ?")
                .param(unit)
                .update();
        for (int position = 0; position < documents.size(); position++) {
            Listed listed = documents.get(position);
            database.sql("""
                            insert into statistics.listed_document (unit, position, kind, title, url)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(unit, position, listed.kind(), listed.title(), listed.url())
                    .update();
        }
    }
}
