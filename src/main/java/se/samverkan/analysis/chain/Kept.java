package se.samverkan.analysis.chain;

import java.util.Optional;

/** What another part of the room holds on to, so that it cannot be removed from the chain: an area that has its place. */
public interface Kept {

    /** Why a part cannot be removed, as a key of the message files; empty where it can. */
    Optional<String> whyKept(long part);
}
