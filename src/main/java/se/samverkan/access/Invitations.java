package se.samverkan.access;

/**
 * One-time links that let a person choose how to sign in: the first time, or when that was lost. The link is shown to
 * the one who manages people, who hands it over; it is good for a day, and once.
 */
public interface Invitations {

    /**
     * Makes a link for a person; links made earlier for the same person stop working.
     *
     * @return the path of the link, {@code /welcome/…}, to be put after the installation's address
     * @throws se.samverkan.shared.Refusal when the actor may not manage people, or not everything this person does
     */
    String invite(long person);
}
