using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sandbox.Faults;

namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>What each connector made of each fault, printed as a table beside the test results: <c>artifacts/fault-matrix/CONNECTOR-SYSTEM-CONTRACT.txt</c>.</summary>
public sealed class FaultMatrix(string connector, string system, string contract)
{
    private readonly string name = connector == system ? connector : $"{connector} ({system})";
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>A connector that has but one system.</summary>
    public FaultMatrix(string connector, string contract) : this(connector, connector, contract) { }

    public void Add(FaultKind fault, string ended, string kept) => Add(fault.ToString(), ended, kept);

    /// <summary>A fault of a system that is no HTTP server.</summary>
    public void Add(string fault, string ended, string kept) => lines.Enqueue($"| {name} | {contract} | {fault} | {ended} | {kept} |");

    public void Skip(FaultKind fault, string reason) => lines.Enqueue($"| {name} | {contract} | {fault} | not tested | {reason} |");

    public async Task PrintAsync()
    {
        var folder = Path.Combine(Root(), "artifacts", "fault-matrix");
        Directory.CreateDirectory(folder);
        await File.WriteAllLinesAsync(Path.Combine(folder, $"{(connector == system ? connector : $"{connector}-{system}")}-{contract}.txt"), lines);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests must run inside the checkout");
        }

        return folder;
    }
}
