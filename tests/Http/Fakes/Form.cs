namespace IntegrationHub.Tests.Http.Fakes;

public sealed record Form(string Id, string Title);
