package se.samverkan.records.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Installation;
import tools.jackson.databind.ObjectMapper;

/**
 * The stand-in of a demonstration: signs at once, for whoever presses the button, and says everywhere that it is invented.
 * Its answer is made of the order alone, so it is the same every time.
 */
@Component
class InventedSigningService implements SigningService {

    private final Installation installation;
    private final ObjectMapper json;

    InventedSigningService(Installation installation, ObjectMapper json) {
        this.installation = installation;
        this.json = json;
    }

    @Override
    public String name() {
        return "invented";
    }

    @Override
    public boolean isInvented() {
        return true;
    }

    /** Never where things are real. */
    boolean isAllowed() {
        return installation.isDemonstration();
    }

    @Override
    public Answer ask(Order order) {
        Map<String, String> proof = new LinkedHashMap<>();
        proof.put("invented", "This signature is invented and binds nobody.");
        proof.put("order", order.id().toString());
        proof.put("sha256", order.checksum());
        proof.put("name", order.name());
        proof.put("at", order.begunAt().toString());
        return new Answer.Signed(order.name(), order.begunAt(), json.writeValueAsBytes(proof), "application/json");
    }
}
