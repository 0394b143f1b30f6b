using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Previewing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Web.Views;

/// <summary>One connection: what it is doing, how its runs ended, and what a button just showed.</summary>
/// <param name="Runs">Newest first.</param>
/// <param name="Checkpoint">Where its source stands; null before the first page.</param>
/// <param name="Text">Its document as written; null for who may not change it.</param>
/// <param name="Said">What the last button did, as a key of the resource files; null when none was pressed.</param>
public sealed record ConnectionView(ConnectionLine Line, ConfiguredConnection Connection, IReadOnlyList<RunRow> Runs, CheckpointRow? Checkpoint, string? Text, string? Said)
{
    /// <summary>What a check just found, depth by depth; null when none was asked.</summary>
    public IReadOnlyList<CheckResult>? Checks { get; init; }

    /// <summary>What a preview just showed; null when none was asked.</summary>
    public IReadOnlyList<PreviewStep>? Preview { get; init; }

    /// <summary>The preview's requests.</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];
}
