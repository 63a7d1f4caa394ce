package se.samverkan.access;

import org.springframework.stereotype.Component;
import se.samverkan.shared.DoorKeeper;

/** Keeps the doors of the rooms below this one, which know the verbs by name only. */
@Component
class RightsAtTheDoor implements DoorKeeper {

    private final Rights rights;

    RightsAtTheDoor(Rights rights) {
        this.rights = rights;
    }

    @Override
    public boolean allows(String verb, long organisation) {
        return rights.allow(Verb.valueOf(verb), organisation);
    }

    @Override
    public void require(String verb, long organisation) {
        rights.require(Verb.valueOf(verb), organisation);
    }

    @Override
    public void requireEverywhere(String verb) {
        rights.requireEverywhere(Verb.valueOf(verb));
    }
}
