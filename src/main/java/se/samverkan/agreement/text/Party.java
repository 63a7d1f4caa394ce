package se.samverkan.agreement.text;

/** The two who agree: the agency or office that runs the programme, and the organiser. */
public enum Party {
    AGENCY,
    ORGANISER;

    public Party other() {
        return this == AGENCY ? ORGANISER : AGENCY;
    }
}
