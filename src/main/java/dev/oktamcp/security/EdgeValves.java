package dev.oktamcp.security;

import org.apache.catalina.Valve;
import org.apache.catalina.valves.AccessLogValve;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.ArrayList;

/// Puts the guard of the URL's secret before everything in Tomcat, and a safe access log in place
/// of the one that Boot has made by then.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class EdgeValves implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    @Override
    public void customize(TomcatWebServerFactory factory) {
        var valves = new ArrayList<Valve>();
        valves.add(new UrlSecretValve());
        for (var valve : factory.getEngineValves()) {
            valves.add(valve instanceof AccessLogValve log ? SafeAccessLog.like(log) : valve);
        }
        factory.setEngineValves(valves);
    }
}
