package se.samverkan.programme.keeping;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.organisation.SchoolForms;
import se.samverkan.organisation.SchoolForms.SchoolForm;
import se.samverkan.programme.file.Known;
import se.samverkan.programme.file.VariantChecking;
import se.samverkan.programme.file.VariantChecking.Checked;

/** Checks files against what the system knows today: its roles, the forms of schooling, and the variants that there are. */
@Component
class Knowing {

    private final SchoolForms forms;
    private final StoredVersions versions;

    Knowing(SchoolForms forms, StoredVersions versions) {
        this.forms = forms;
        this.versions = versions;
    }

    Known known() {
        return new Known(
                Arrays.stream(Role.values()).map(Role::name).toList(),
                forms.today().stream().map(SchoolForm::code).toList());
    }

    Checked check(byte[] content) {
        return new VariantChecking(known(), versions).check(content);
    }
}
