package se.samverkan.access.signin;

import se.samverkan.shared.Happening.Subject;

/** A person's own account, as the audit log knows it. */
final class Account {

    private Account() {}

    static Subject subject(long person, String name) {
        return new Subject("person", Long.toString(person), name);
    }
}
