namespace IntegrationHub.Host.Commands;

/// <summary>What <c>import</c> was asked: the file, its connection's name, and how to read it.</summary>
public sealed record ImportRequest(string Path, string Connection, string? Mapping, FileInfo? SaveMapping, string? Key);
