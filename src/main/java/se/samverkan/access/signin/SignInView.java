package se.samverkan.access.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.samverkan.access.signin.DemonstrationDoor.Player;
import se.samverkan.shared.page.FormErrors;

/**
 * What the sign-in page shows.
 *
 * @param to where to go afterwards
 * @param email what was written in the field, so that nobody writes it twice
 * @param errors what was wrong with the attempt before
 * @param providers the other systems one may sign in through
 * @param sides the invented people of a demonstration, by side; empty everywhere else
 * @param held whether a form is waiting for its writer
 */
record SignInView(
        String to, String email, FormErrors errors, List<Provider> providers, List<Side> sides, boolean held) {

    /** The way to another system and back to where one was going. */
    String pathTo(Provider provider) {
        return provider.path() + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** The invented people who stand on one side. */
    record Side(String name, List<Player> players) {}
}
