/// The whole catalogue.
@NullMarked
package dev.oktamcp.catalog;

import org.jspecify.annotations.NullMarked;
