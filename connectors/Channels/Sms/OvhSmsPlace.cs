using IntegrationHub.Connectors.Channels.Ovh;

namespace IntegrationHub.Connectors.Channels.Sms;

/// <summary>The checkpoint: what was told of each direction.</summary>
internal sealed record OvhSmsPlace
{
    public ToldNumbers Incoming { get; init; } = new();

    public ToldNumbers Outgoing { get; init; } = new();

    public ToldNumbers Of(string direction) => direction == OvhSmsSource.Incoming ? Incoming : Outgoing;

    public OvhSmsPlace With(string direction, ToldNumbers told) => direction == OvhSmsSource.Incoming ? this with { Incoming = told } : this with { Outgoing = told };
}
