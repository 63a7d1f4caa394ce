package se.samverkan.access.signin;

import java.util.List;

/** The other systems that people may sign in through, as they are set up here. */
public interface Providers {

    List<Provider> all();
}
