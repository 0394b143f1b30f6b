namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>The checkpoint: how far the first read came, by date and name; later runs compare with what was told.</summary>
internal sealed record DossierPlace
{
    public long Ticks { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The first read came to its end.</summary>
    public bool Done { get; init; }

    public bool IsBefore(DossierState state) => (state.At.UtcTicks, string.CompareOrdinal(state.Name, Name)).CompareTo((Ticks, 0)) > 0;
}
