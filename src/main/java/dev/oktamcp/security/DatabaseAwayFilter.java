package dev.oktamcp.security;

import dev.oktamcp.store.DatabaseAway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Answers 503 where the database can't be asked who a caller is. What fails later is answered
/// where it fails.
final class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    /// Writes status and body as the callers of a path know them.
    interface Answer {

        void write(HttpServletResponse response) throws IOException;
    }

    private final Answer answer;

    DatabaseAwayFilter(Answer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (response.isCommitted() || !DatabaseAway.causes(e)) {
                throw e;
            }
            log.error("The database can't be asked who a caller is: {}", e.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER);
            answer.write(response);
        }
    }
}
