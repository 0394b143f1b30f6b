namespace IntegrationHub.Mdm.Storage.Encoding;

/// <summary>Instants as UTC microseconds since 1970: what every provider stores and compares alike.</summary>
internal static class Instants
{
    public static long ToMicros(this DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long? ToMicros(this DateTimeOffset? at) => at?.ToMicros();

    public static DateTimeOffset ToInstant(this long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset? ToInstant(this long? micros) => micros?.ToInstant();
}
