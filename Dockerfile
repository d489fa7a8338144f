# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY src ./src
RUN mvn -B -q package -Dmaven.test.skip=true
RUN java -Djarmode=tools -jar target/okta-mcp-server.jar extract --destination app

FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --from=build /build/app ./
RUN mkdir data && chown 10001:10001 data
ENV SERVER_ADDRESS=0.0.0.0
ENV OKTA_MCP_DATA_DIRECTORY=/app/data
VOLUME /app/data
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "okta-mcp-server.jar"]
