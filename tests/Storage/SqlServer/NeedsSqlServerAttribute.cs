namespace IntegrationHub.Tests.Storage.SqlServer;

/// <summary>The class's tests of the kit need the server that <c>HUB_TEST_SQLSERVER</c> names.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsSqlServerAttribute : Attribute;
