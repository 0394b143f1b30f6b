namespace IntegrationHub.Tests.Sandbox;

/// <summary>Start of the SHA-256 of the flat town of seed 1 with 2 000 records; change it only with a change of the generator that is meant.</summary>
internal static class Fingerprint
{
    public const string OfSeed1 = "48696600A7A18085";
}
