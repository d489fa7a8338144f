/// The REST resource of connections.
@NullMarked
package dev.oktamcp.connection.web;

import org.jspecify.annotations.NullMarked;
