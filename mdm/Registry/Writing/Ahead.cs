namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>A page that is matched and settled while its commit is under way.</summary>
/// <param name="Page">What it does, once committed.</param>
/// <param name="Committed">Ends when the page is durable; fails when it is not. Nothing may be acknowledged before.</param>
public sealed record Ahead<T>(T Page, Task Committed);
