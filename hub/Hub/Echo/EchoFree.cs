using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Wire;

namespace IntegrationHub.Hub.Echo;

/// <summary>What a record that the hub made says beyond what the hub put into it.</summary>
internal static class EchoFree
{
    /// <param name="said">The citizen as the record shows it.</param>
    /// <param name="echo">The citizen as the hub's own fields alone show it.</param>
    /// <param name="record">The record's key: that it is itself is no news.</param>
    public static Citizen Of(Citizen said, Citizen echo, string record)
    {
        T? News<T>(T? value, T? written) => EqualityComparer<T?>.Default.Equals(value, written) ? default : value;

        return new Citizen
        {
            BirthName = News(said.BirthName, echo.BirthName),
            UsageName = News(said.UsageName, echo.UsageName),
            GivenNames = said.GivenNames.SequenceEqual(echo.GivenNames) ? [] : said.GivenNames,
            UsedGivenName = News(said.UsedGivenName, echo.UsedGivenName),
            FormerNames = said.FormerNames.Count == echo.FormerNames.Count ? [] : said.FormerNames,
            Sex = News(said.Sex, echo.Sex),
            BirthDate = News(said.BirthDate, echo.BirthDate),
            BirthPlace = News(said.BirthPlace, echo.BirthPlace),
            Emails = [.. said.Emails.Except(echo.Emails)],
            Phones = [.. said.Phones.Except(echo.Phones)],
            Addresses = [.. said.Addresses.Except(echo.Addresses)],
            Identifiers = [.. said.Identifiers.Except(echo.Identifiers).Where(identifier => identifier.Value != record)],
            Death = News(said.Death, echo.Death),
            Consents = [.. said.Consents.Where(consent => !echo.Consents.Any(other => (other.Channel, other.Purpose, other.Granted) == (consent.Channel, consent.Purpose, consent.Granted)))],
            Verification = News(said.Verification, echo.Verification),
            Status = News(said.Status, echo.Status),
            Extra = said.Extra.Where(pair => echo.Extra.GetValueOrDefault(pair.Key) != pair.Value).ToDictionary(StringComparer.Ordinal),
        };
    }

    public static bool IsBlank(Citizen citizen) => RegistryWire.Write(citizen).Length == 0;
}
