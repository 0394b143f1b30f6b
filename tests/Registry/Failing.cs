namespace IntegrationHub.Tests.Registry;

/// <summary>How the next commit ends.</summary>
internal enum Failing
{
    No,
    Before,
    After,
}
