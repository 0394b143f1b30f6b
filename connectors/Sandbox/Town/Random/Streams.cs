namespace IntegrationHub.Connectors.Sandbox.Town.Random;

/// <summary>Names of the random streams, so that no two uses share numbers.</summary>
internal static class Streams
{
    public const ulong Head = 1, Homonym = 2, Family = 3, Person = 4, Later = 5, PersonId = 6, Phone = 7, Plan = 8, Record = 9,
        Key = 10, Order = 32, Organisation = 64, Detail = 1000;
}
