package se.samverkan.partnership.paper;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.document.Documented;
import se.samverkan.records.document.RecordRef;

/** A document can be put into a case by whoever knows of the case and writes documents somewhere. */
@Component
class CaseDocumented implements Documented {

    static final String ROOM = "partnership";

    private final Partnerships partnerships;

    CaseDocumented(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    static RecordRef record(long partnership) {
        return new RecordRef(ROOM, Long.toString(partnership));
    }

    static String address(long partnership) {
        return "/partnerships/" + partnership + "/papers";
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public Optional<Place> find(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .flatMap(partnerships::find)
                .map(found -> new Place(found.organiserName(), address(found.id()), found.organiser()));
    }
}
