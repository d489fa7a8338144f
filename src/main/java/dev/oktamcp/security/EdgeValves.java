package dev.oktamcp.security;

import org.apache.catalina.Container;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.ArrayList;

/// Puts the guard of the URL's secret before everything in Tomcat, a safe access log in place of
/// the one that Boot has made by then, and nothing in place of the pages in HTML by which Tomcat
/// answers what is no HTTP.
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
        factory.addContextCustomizers(context -> takeOutErrorPages(context.getParent()));
    }

    private static void takeOutErrorPages(Container host) {
        for (var valve : host.getPipeline().getValves()) {
            if (valve instanceof ErrorReportValve) {
                host.getPipeline().removeValve(valve);
            }
        }
        ((StandardHost) host).setErrorReportValveClass("");
    }
}
