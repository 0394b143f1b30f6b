using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Previewing;

/// <summary>One thing a preview shows. Nothing of it is stored.</summary>
public abstract record PreviewStep
{
    private PreviewStep() { }

    /// <param name="Number">1 for the first.</param>
    /// <param name="Records">How many the page has.</param>
    /// <param name="Rejected">Pieces of input that became no record.</param>
    /// <param name="Checkpoint">Where the source would go on.</param>
    /// <param name="Shown">The first of them.</param>
    public sealed record Page(int Number, int Records, int Rejected, string Checkpoint, IReadOnlyList<PreviewRecord> Shown) : PreviewStep;

    /// <summary>The source has no more.</summary>
    public sealed record End : PreviewStep;

    /// <summary>A question about a made-up person, and what the system answered.</summary>
    /// <param name="Sample">Whom it is about, as who gave the sample calls them.</param>
    /// <param name="Asked">The question; empty when nothing can be asked about this person.</param>
    /// <param name="Answer">Null when nothing was asked, the system knows nothing, or it failed.</param>
    /// <param name="Failure">How asking failed.</param>
    public sealed record Question(string Sample, JsonObject Asked, PreviewRecord? Answer, Failure? Failure) : PreviewStep;

    /// <summary>What would be written of a made-up person; nothing was sent.</summary>
    /// <param name="Sample">Whom it is about.</param>
    /// <param name="Body">The record in the system's words.</param>
    /// <param name="Issues">Values the mapping could not put in them.</param>
    public sealed record Write(string Sample, JsonObject Body, IReadOnlyList<MappingIssue> Issues) : PreviewStep;

    /// <summary>The system or the settings ended the preview.</summary>
    public sealed record Failed(Failure Failure) : PreviewStep;
}
