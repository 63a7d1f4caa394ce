package se.samverkan.access.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.session.HeldForm.HeldFile;

/** A form sent again, with the files that were held in the fields where no other was chosen. */
class WithHeldFiles extends HttpServletRequestWrapper {

    private final List<HeldFile> held;

    WithHeldFiles(HttpServletRequest request, List<HeldFile> held) {
        super(request);
        this.held = held;
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        List<Part> parts = new ArrayList<>(super.getParts());
        for (HeldFile file : held) {
            boolean chosenAnew = parts.stream()
                    .anyMatch(part ->
                            part.getName().equals(file.field()) && !(part instanceof HeldPart) && part.getSize() > 0);
            if (!chosenAnew) {
                parts.removeIf(part -> part.getName().equals(file.field()) && !(part instanceof HeldPart));
                parts.add(new HeldPart(file));
            }
        }
        return parts;
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        return getParts().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
