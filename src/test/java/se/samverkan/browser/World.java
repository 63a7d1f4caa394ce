package se.samverkan.browser;

/** What the application holds while a browser visits it. */
interface World {

    /** Makes it, the first time it is asked for. */
    void settle();

    /** The address that a page of the catalogue has here: what stands in braces is filled in. */
    String place(String path);
}
