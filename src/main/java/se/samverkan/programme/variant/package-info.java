/**
 * What a programme variant says, as values: the shape of the readable file and of what every later room asks for. Nothing
 * here knows which programme it is, nor a database.
 */
@NamedInterface("variant")
@NullMarked
package se.samverkan.programme.variant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
