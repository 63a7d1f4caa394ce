package se.samverkan.followup.checkpoint;

import java.util.Optional;
import se.samverkan.access.Actor;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Address;
import se.samverkan.shared.page.Origins;
import se.samverkan.shared.page.Words;

/**
 * The way from what a group decided to the form that makes it so: an intervention in the plan, an assignment in a meeting or a
 * commission, with the text, the area, who and why filled in. The form knows what it came of, so the checkpoint keeps what it became.
 *
 * @param decided what was decided, in the group's words
 * @param area the id of the area that it is about; may be empty
 */
record FilledForm(FollowedPlan followed, Period term, String decided, String area, Words words) {

    private static final int MOST_OF_TITLE = 200;
    private static final int MOST_OF_WORDS = 1_500;

    /** @param to AMENDMENT, COMMISSION, or ASSIGNMENT- and the id of the meeting that gives it */
    Optional<String> address(String to) {
        String meeting = to.startsWith("ASSIGNMENT-") ? to.substring("ASSIGNMENT-".length()) : "";
        if (to.equals("AMENDMENT")) {
            return Optional.of(amendment());
        }
        if (to.equals("COMMISSION")) {
            return Optional.of(commission());
        }
        return Optional.of(meeting).filter(id -> id.matches("[1-9]\\d{0,17}")).map(this::assignment);
    }

    private String origin() {
        return CheckpointView.address(followed.id(), term);
    }

    private String title() {
        String line = decided.lines().findFirst().orElse("").strip();
        return line.substring(0, Math.min(line.length(), MOST_OF_TITLE));
    }

    private String why() {
        String why = words.text("followup.led.why", words.term(term), decided);
        return why.substring(0, Math.min(why.length(), MOST_OF_WORDS));
    }

    private String amendment() {
        Address form = Address.of(followed.plan().address() + "/parts/new").with("kind", "INTERVENTION");
        return known(area.isEmpty() ? form : form.with("under", area));
    }

    private String commission() {
        return known(Address.of("/partnerships/" + followed.partnership().id() + "/commissions/new")
                .with("unit", Long.toString(followed.plan().unit()))
                .with("area", area));
    }

    private String known(Address form) {
        return form.with("title", title())
                .with("words", why())
                .with(Origins.FIELD, origin())
                .toString();
    }

    private String assignment(String meeting) {
        return Address.of("/meetings/" + meeting + "/assignments/new")
                .with("what", decided.substring(0, Math.min(decided.length(), MOST_OF_WORDS)))
                .with("who", Long.toString(Actor.current().person()))
                .with(Origins.FIELD, origin())
                .toString();
    }
}
