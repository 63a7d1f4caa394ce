package se.samverkan.partnership.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/**
 * What waits in offers: an answer, for everybody who is asked and has not answered; and for those who make offers, what will
 * soon lapse, what has been answered so that the partnership can start, and a draft that nobody has sent.
 */
@Component
class OfferToDos implements ToDoSource {

    private static final int NEAR_DAYS = 7;
    private static final int MINUTES_TO_ANSWER = 15;

    private final JdbcClient database;
    private final Offers offers;
    private final Rights rights;

    OfferToDos(JdbcClient database, Offers offers, Rights rights) {
        this.database = database;
        this.offers = offers;
        this.rights = rights;
    }

    private record Row(String what, long offer, String organiser, LocalDate lastDay, int units, String role) {}

    @Override
    public boolean concernsActor() {
        return offers.areMadeByActor() || rights.allow(Verb.ANSWER_OFFER);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return database
                .sql("select * from partnership.offers_waiting(?)")
                .param(offers.today().plusDays(NEAR_DAYS))
                .query((row, n) -> new Row(
                        row.getString("what"),
                        row.getLong("offer"),
                        row.getString("organiser"),
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("units"),
                        Optional.ofNullable(row.getString("role")).orElse("")))
                .list()
                .stream()
                .map(OfferToDos::todo)
                .toList();
    }

    private static ToDo todo(Row row) {
        boolean answer = row.what().equals("answer");
        return new ToDo(
                "partnership.offer.todo." + row.what(),
                List.of(row.units()),
                row.organiser(),
                "/partnerships/offers/" + row.offer(),
                Optional.of(row.lastDay()).filter(day -> !row.what().equals("start")),
                "partnership.offer.todo.why." + (answer ? row.role() : "OFFICER"),
                List.of(),
                answer ? OptionalInt.of(MINUTES_TO_ANSWER) : OptionalInt.empty());
    }
}
