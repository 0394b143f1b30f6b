using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What columns hold whose names say nothing: told by their values, where no other column already holds it.</summary>
/// <remarks>A guess must be safe rather than complete: a column left out is still compared as what its values are, one taken wrongly misleads.</remarks>
internal sealed class ValueMeanings(List<ColumnGuess> guesses, List<HeaderReading> readings, IReadOnlyList<ColumnSample> columns)
{
    /// <summary>Years that births are spread over at least; the dates of a register's own doings lie closer.</summary>
    private const int Generation = 25;

    /// <summary>Registers of their own doings were not kept by computer before; people were born.</summary>
    private const int FirstFiles = 1970;

    /// <summary>Given names are among the usual ones this often at least; in a file from abroad few are.</summary>
    private const double UsualNames = 0.15;

    /// <summary>And so many times as often as in any other column: family names are given names too.</summary>
    private const double Ahead = 3;

    /// <summary>Family names differ in this share of the rows at least; trades and towns come back.</summary>
    private const double FamilyNames = 0.1;

    public void Fill()
    {
        if (!Has(ColumnMeaning.Phone, ColumnMeaning.Mobile))
        {
            TakeAll(ColumnMeaning.Phone, ValueTests.IsTypedPhone);
        }

        TakeOne(ColumnMeaning.Sex, [ColumnMeaning.Sex, ColumnMeaning.Civility], c => ValueTests.IsOfBothSexes(c) ? 1 : 0);
        TakeOne(ColumnMeaning.BirthDate, [ColumnMeaning.BirthDate, ColumnMeaning.BirthYear], c => ValueTests.YearsApart(c) is var years and >= Generation ? years : 0);
        BirthInParts();
        TakeOne(ColumnMeaning.PostCode, [ColumnMeaning.PostCode], ValueTests.PostCodes);
        if (Has(ColumnMeaning.PostCode))
        {
            TakeOne(ColumnMeaning.City, [ColumnMeaning.City], c => ValueTests.Communes(c) is var share and >= 0.8 ? share : 0);
        }

        TakeOne(ColumnMeaning.AddressLine, [ColumnMeaning.AddressLine], c => ValueTests.StreetLines(c) is var share and >= 0.6 ? share : 0);
        Names();
    }

    /// <summary>"jour; mois; annee" that do not say of what: of births, where the years lie a generation apart and begin before anybody registered by computer.</summary>
    private void BirthInParts()
    {
        if (Has(ColumnMeaning.BirthDate, ColumnMeaning.BirthYear) || Only(Concept.Year, 4, 1500, 2100) is not { } year)
        {
            return;
        }

        var years = columns[year].Values.Select(NumberOf).OfType<int>().Order().ToList();
        if (years[years.Count * 9 / 10] - years[years.Count / 10] < Generation || years[years.Count / 10] >= FirstFiles || Only(Concept.Month, 2, 0, 12) is not { } month)
        {
            return;
        }

        Take(year, ColumnMeaning.BirthYear);
        Take(month, ColumnMeaning.BirthMonth);
        if (Only(Concept.Day, 2, 0, 31) is { } day)
        {
            Take(day, ColumnMeaning.BirthDay);
        }
    }

    /// <summary>The one column whose name says this and nothing else, and whose values are such numbers.</summary>
    private int? Only(Concept said, int length, int least, int most)
    {
        int[] found = [.. Enumerable.Range(0, guesses.Count).Where(i => guesses[i] is { Meaning: ColumnMeaning.Unknown, Reason: RecognitionReason.Unknown } && readings[i].Said == said && !readings[i].Strange)];
        return found is [var only] && columns[only].Share(v => v.Length <= length && NumberOf(v) is { } number && number >= least && number <= most) >= 0.9 ? only : null;
    }

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Names()
    {
        var family = Has(ColumnMeaning.FamilyName, ColumnMeaning.BirthName, ColumnMeaning.UsageName);
        if (Has(ColumnMeaning.FullName))
        {
            return;
        }

        var words = Open(ColumnMeaning.FullName).Where(i => ValueTests.AreWords(columns[i]) && ValueTests.Communes(columns[i]) < 0.5).ToList();
        if (!Has(ColumnMeaning.GivenNames) && words.Count > 0)
        {
            var ranked = words.Select(i => (Column: i, Share: Math.Max(ValueTests.GivenNames(columns[i], last: false), ValueTests.GivenNames(columns[i], last: true)))).OrderByDescending(w => w.Share).ToList();
            var best = ranked[0];
            if (best.Share < UsualNames || (ranked.Count > 1 && best.Share < Ahead * ranked[1].Share))
            {
                return;
            }

            var whole = !family && ValueTests.HasTwoWords(columns[best.Column]);
            Take(best.Column, whole ? ColumnMeaning.FullName : ColumnMeaning.GivenNames);
            words.Remove(best.Column);
            family |= whole;
        }

        if (!family && words.Count > 0 && Has(ColumnMeaning.GivenNames))
        {
            var fullest = words.Where(i => ValueTests.Distinct(columns[i]) >= FamilyNames).OrderByDescending(i => columns[i].Values.Count).ToList();
            if (fullest.Count > 0)
            {
                Take(fullest[0], ColumnMeaning.FamilyName);
            }
        }
    }

    private bool Has(params ColumnMeaning[] meanings) => guesses.Exists(g => meanings.Contains(g.Meaning));

    /// <summary>Columns that nothing is known about that keeps them from holding this.</summary>
    private IEnumerable<int> Open(ColumnMeaning meaning) =>
        Enumerable.Range(0, guesses.Count).Where(i => guesses[i] is { Meaning: ColumnMeaning.Unknown, Reason: RecognitionReason.Unknown } && readings[i].MayBe(meaning));

    /// <summary>The best of the open columns, if no column holds one of these yet.</summary>
    private void TakeOne(ColumnMeaning meaning, ColumnMeaning[] held, Func<ColumnSample, double> fits)
    {
        var best = Has(held) ? default : Open(meaning).Select(i => (Column: i, Fits: fits(columns[i]))).OrderByDescending(c => c.Fits).FirstOrDefault();
        if (best.Fits > 0)
        {
            Take(best.Column, meaning);
        }
    }

    private void TakeAll(ColumnMeaning meaning, Func<ColumnSample, bool> fits)
    {
        foreach (var column in Open(meaning).Where(i => fits(columns[i])).ToList())
        {
            Take(column, meaning);
        }
    }

    private void Take(int column, ColumnMeaning meaning) => guesses[column] = new ColumnGuess(guesses[column].Column, meaning, RecognitionReason.ByValues);
}
