package se.samverkan.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samverkan.access.session.HeldForms;
import se.samverkan.access.session.ReturnPath;
import se.samverkan.access.signin.DemonstrationDoor.Player;
import se.samverkan.access.signin.SignInView.Side;
import se.samverkan.shared.page.FormErrors;

/** Puts the sign-in page together: the ways in that are open here, for this request. */
@Component
class SignInPage {

    static final String TEMPLATE = "access/signin/sign-in";

    private static final List<String> SIDES =
            List.of("UNIT", "ORGANISER", "AGENCY", "PROVIDER", "INSTALLATION", "PUBLIC");

    private final DemonstrationGate gate;
    private final DemonstrationDoor demonstration;
    private final ObjectProvider<Providers> providers;
    private final HeldForms held;

    SignInPage(
            DemonstrationGate gate,
            DemonstrationDoor demonstration,
            ObjectProvider<Providers> providers,
            HeldForms held) {
        this.gate = gate;
        this.demonstration = demonstration;
        this.providers = providers;
        this.held = held;
    }

    SignInView of(HttpServletRequest request, String to, String email, FormErrors errors) {
        return new SignInView(
                ReturnPath.safe(to),
                email,
                errors,
                providers.stream().flatMap(some -> some.all().stream()).toList(),
                gate.isOpen(request) ? sides() : List.of(),
                held.isHeldFor(request));
    }

    /** Those nearest to the pupils first. */
    private List<Side> sides() {
        Map<String, List<Player>> bySide =
                demonstration.players().stream().collect(Collectors.groupingBy(Player::side));
        return SIDES.stream()
                .filter(bySide::containsKey)
                .map(side -> new Side(side, bySide.getOrDefault(side, List.of())))
                .toList();
    }
}
