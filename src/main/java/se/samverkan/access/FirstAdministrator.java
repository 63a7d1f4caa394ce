package se.samverkan.access;

/** How a new installation gets its first administrator, from its own command line. */
public interface FirstAdministrator {

    /**
     * Makes the person with this address an administrator of the installation, unless they are one, and a one-time link
     * for them.
     *
     * @return the path of the link, {@code /welcome/…}, good for a day, and once
     * @throws se.samverkan.shared.Refusal when the address is not one
     */
    String invite(String email);
}
