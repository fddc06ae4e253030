/** What the files of a Spring Boot application say, for whichever runner is told there how to migrate. */
@NullMarked
package dev.rehearsal.spring;

import org.jspecify.annotations.NullMarked;
