namespace IntegrationHub.Connectors.Channels.Sms;

/// <summary>The checkpoint: what was told of each direction.</summary>
internal sealed record OvhSmsPlace
{
    public OvhSmsTold Incoming { get; init; } = new();

    public OvhSmsTold Outgoing { get; init; } = new();

    public OvhSmsTold Of(string direction) => direction == OvhSmsSource.Incoming ? Incoming : Outgoing;

    public OvhSmsPlace With(string direction, OvhSmsTold told) => direction == OvhSmsSource.Incoming ? this with { Incoming = told } : this with { Outgoing = told };
}
