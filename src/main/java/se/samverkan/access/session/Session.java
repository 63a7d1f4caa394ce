package se.samverkan.access.session;

import java.util.Optional;
import java.util.UUID;
import se.samverkan.access.Actor;

/**
 * A session as a request finds it: living, with the person who acts in it, or ended, remembered for the sake of a form
 * that was being written.
 *
 * @param handle what it is called where its key must not be shown
 * @param person whose it is or was
 * @param actor the person as of a few seconds ago, nobody when the session has ended or the person has left
 */
record Session(UUID handle, long person, Optional<Actor> actor) {}
