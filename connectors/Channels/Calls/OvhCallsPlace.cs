using IntegrationHub.Connectors.Channels.Ovh;

namespace IntegrationHub.Connectors.Channels.Calls;

/// <summary>The checkpoint: what was told of each line.</summary>
internal sealed record OvhCallsPlace
{
    public IReadOnlyDictionary<string, ToldNumbers> Lines { get; init; } = new Dictionary<string, ToldNumbers>();

    public ToldNumbers Of(string line) => Lines.GetValueOrDefault(line) ?? new ToldNumbers();

    public OvhCallsPlace With(string line, ToldNumbers told) => new() { Lines = new Dictionary<string, ToldNumbers>(Lines) { [line] = told } };
}
