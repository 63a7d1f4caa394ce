package se.samverkan.selection.round;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganisationView.Sort;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Option;

/** Who chooses: the agencies and offices for which the actor may open a round. */
@Component
public class Choosers {

    private final Directory directory;
    private final Rights rights;

    Choosers(Directory directory, Rights rights) {
        this.directory = directory;
        this.rights = rights;
    }

    /** Whether the actor may open rounds anywhere. */
    public boolean mayOpen() {
        return rights.allow(Verb.PREPARE_SELECTION);
    }

    /**
     * Before the form of a new round is shown.
     *
     * @throws Refusal when the actor may not open rounds, or there is no agency or office to open one for
     */
    public void requireOpen() {
        rights.require(Verb.PREPARE_SELECTION);
        if (choosing().isEmpty()) {
            throw Refusal.rule("selection.refusal.no-chooser");
        }
    }

    /** The choices of the form, by their keys. */
    public List<Option> options() {
        return choosing().stream().map(one -> new Option(one.key(), one.name())).toList();
    }

    /** The id of a choice of the form. */
    public Optional<Long> find(String key) {
        return choosing().stream()
                .filter(one -> one.key().equals(key))
                .map(OrganisationView::id)
                .findFirst();
    }

    /** The name of an organisation; empty where there is none. */
    public String name(long organisation) {
        return directory.nameOfOrganisation(organisation).orElse("");
    }

    private List<OrganisationView> choosing() {
        return directory.organisations().stream()
                .filter(one -> one.sort() == Sort.AGENCY || one.sort() == Sort.OFFICE)
                .filter(one -> rights.allow(Verb.PREPARE_SELECTION, one.id()))
                .toList();
    }
}
