"""A larger archive than any that may be shipped: seeded, from the words of other articles."""

import collections
import json
import random
import re


def sentences(text):
    return [s.strip() for s in re.split(r"(?<=[.!؟])\s+|\n+", text) if len(s.split()) > 3]


def read_corpus(folder):
    """The plain-text articles of a corpus folder, header blocks left out."""
    for path in sorted(folder.rglob("*.txt")):
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        head, _, body = text.partition("\n\n")
        yield body if all(":" in line for line in head.splitlines()) else text


def read_jsonl(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line).get("text", "")


class Chain:
    """Second-order word chain with a tail of invented words, so that the vocabulary grows as a real archive's does."""

    def __init__(self, texts, rng):
        self.rng = rng
        self.next = collections.defaultdict(list)
        self.starts = []
        self.letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
        for text in texts:
            for sentence in sentences(text):
                words = sentence.split()
                self.starts.append(tuple(words[:2]))
                for a, b, c in zip(words, words[1:], words[2:]):
                    self.next[a, b].append(c)

    def rare_word(self):
        length = self.rng.randint(4, 8)
        return "".join(self.rng.choice(self.letters) for _ in range(length))

    def sentence(self):
        a, b = self.rng.choice(self.starts)
        words = [a, b]
        while (a, b) in self.next and len(words) < 40:
            a, b = b, self.rng.choice(self.next[a, b])
            words.append(b)
            if self.rng.random() < 0.004:
                words.append(self.rare_word())
        return " ".join(words)


def generate(texts, count, seed, mean_bytes=2760):
    """Yields `count` articles of about `mean_bytes` bytes as dictionaries with id, title, text, date, url."""
    rng = random.Random(seed)
    chain = Chain(texts, rng)
    for number in range(count):
        target = max(400, rng.lognormvariate(0, 0.6) * mean_bytes * 0.83)
        paragraphs, size = [], 0
        while size < target:
            paragraph = " ".join(chain.sentence() for _ in range(rng.randint(1, 3)))
            paragraphs.append(paragraph)
            size += len(paragraph.encode())
        year, month, day = rng.randint(2017, 2024), rng.randint(1, 12), rng.randint(1, 28)
        yield {
            "id": f"bench-{number:06d}",
            "url": f"https://example.org/{year}/{month:02d}/{number}",
            "title": " ".join(chain.sentence().split()[:10]),
            "text": "\n".join(paragraphs),
            "date": f"{year}-{month:02d}-{day:02d}",
        }
