/** The edge towards the terminal: the same doors as the pages, from the command line. */
@ApplicationModule
@NullMarked
package se.samverkan.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
