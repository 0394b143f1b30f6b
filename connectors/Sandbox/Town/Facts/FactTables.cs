using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>All tables, read once.</summary>
internal sealed class FactTables
{
    public static FactTables Instance { get; } = new();

    public Surnames Surnames { get; } = new();

    public GivenNames GivenNames { get; } = new();

    public BirthPlaces BirthPlaces { get; } = new();

    public Streets Streets { get; } = new();

    private readonly WeightedList<string> origins = new(
    [
        ("fr", 76), ("breton", 5), ("maghreb", 5.5), ("portugal", 3), ("afrique", 2.5), ("espagne", 2), ("italie", 1.5),
        ("alsace", 1), ("vietnam", 1), ("turc", 1), ("pologne", 1), ("basque", 0.5), ("corse", 0.5),
    ]);

    public string Origin(Dice dice) => origins.Pick(dice);
}
