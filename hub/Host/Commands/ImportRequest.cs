namespace IntegrationHub.Host.Commands;

/// <summary>What <c>import</c> was asked: the file, its connection's name, and how to read it.</summary>
/// <param name="Snapshot">The file is the whole: what it lacks was deleted.</param>
public sealed record ImportRequest(string Path, string Connection, string? Mapping, FileInfo? SaveMapping, string? Key, bool Snapshot);
