using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Errors;

/// <summary>Decides for one statement which errors happen, and keeps count.</summary>
/// <remarks>Each kind has its own random number, so that a correction of one leaves all others as they were.</remarks>
internal sealed class Mishaps(ErrorRates rates, ulong statement, bool corrected)
{
    public ErrorSet Possible { get; private set; }

    public ErrorSet Happened { get; private set; }

    /// <param name="possible">Whether it could happen here at all.</param>
    public bool Happens(ErrorKind kind, bool possible = true)
    {
        if (!possible)
        {
            return false;
        }

        var rate = corrected && IsMistake(kind) ? 0 : rates[kind];
        Possible = Possible.With(kind);
        if (Unit(kind) >= rate)
        {
            return false;
        }

        Happened = Happened.With(kind);
        return true;
    }

    public double Unit(ErrorKind kind) => Dice.Unit(Dice.Mix(statement ^ (((ulong)kind + 1) * 0xD6E8FEB86659FD93)));

    /// <summary>Random numbers for the details of an error.</summary>
    public Dice Details(ErrorKind kind) => new(statement, Streams.Detail, (ulong)kind);

    /// <summary>What somebody who looks again would set right; what a system never asks stays missing.</summary>
    private static bool IsMistake(ErrorKind kind) => kind is ErrorKind.SurnameTypo or ErrorKind.GivenNameTypo or ErrorKind.NamesSwapped
        or ErrorKind.DayMonthSwapped or ErrorKind.DateDigit or ErrorKind.DateJunk or ErrorKind.StaleName or ErrorKind.EmailTypo or ErrorKind.EmailOld
        or ErrorKind.PhoneDigit or ErrorKind.PhoneOld or ErrorKind.AddressOld or ErrorKind.StreetTypo or ErrorKind.NumberWrong or ErrorKind.Nickname or ErrorKind.Initial;
}
