using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sandbox.Faults;

namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>What each connector made of each fault, printed as a table beside the test results: <c>artifacts/fault-matrix/CONNECTOR-CONTRACT.txt</c>.</summary>
public sealed class FaultMatrix(string connector, string contract)
{
    private readonly ConcurrentQueue<string> lines = new();

    public void Add(FaultKind fault, string ended, string kept) => Add(fault.ToString(), ended, kept);

    /// <summary>A fault of a system that is no HTTP server.</summary>
    public void Add(string fault, string ended, string kept) => lines.Enqueue($"| {connector} | {contract} | {fault} | {ended} | {kept} |");

    public void Skip(FaultKind fault, string reason) => lines.Enqueue($"| {connector} | {contract} | {fault} | not tested | {reason} |");

    public async Task PrintAsync()
    {
        var folder = Path.Combine(Root(), "artifacts", "fault-matrix");
        Directory.CreateDirectory(folder);
        await File.WriteAllLinesAsync(Path.Combine(folder, $"{connector}-{contract}.txt"), lines);
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
