package se.samverkan.access.session;

/** How somebody came in. */
public enum Way {
    PASSKEY,
    PASSWORD,
    OIDC,
    LINK,
    DEMONSTRATION
}
